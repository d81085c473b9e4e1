export function sidebarPage(): Promise<string>;
