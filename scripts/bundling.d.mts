import type { BuildOptions } from 'esbuild';

export declare const googleBundle: BuildOptions & { write: false };
