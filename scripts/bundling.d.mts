import type { BuildOptions } from 'esbuild';

export declare const googleBundle: BuildOptions & { readonly write: false; readonly metafile: true };
