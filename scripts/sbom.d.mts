type Component = {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly object[];
  readonly licenses?: readonly object[];
};
type Locked = {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
};

/** npm's own bill of materials of the lockfile. */
export declare function bill(): {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Component[];
};
/** Every package of the lockfile, once per place. */
export declare function lockedPackages(): readonly Locked[];
/** What the lockfile does not prove of these packages, line by line. */
export declare function gaps(packages?: readonly Omit<Locked, 'version'>[]): readonly string[];
/** `docs/licences.md` as it should be. */
export declare function licences(): string;
