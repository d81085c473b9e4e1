export function sidebarScript(): Promise<string>;
export function sidebarPage(): Promise<string>;
export function plainPage(): Promise<string>;
