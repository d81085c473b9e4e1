export function workbenchPage(): Promise<string>;
