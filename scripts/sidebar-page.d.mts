export function sidebarScript(): Promise<string>;
export function sidebarPage(): Promise<string>;
