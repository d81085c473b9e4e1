/** What the prelude hands out: makers that run inside the realm. */
export type InnerTools = {
  list(): unknown[];
  record(): Record<string, unknown>;
  date(milliseconds: number): unknown;
  method(call: (args: ArrayLike<unknown>) => Done): unknown;
  define(name: string, value: unknown): void;
  globals(): ArrayLike<string>;
  attempt(
    load: () => void,
    name: string,
    args: readonly unknown[],
  ): { readonly value: unknown; readonly failure: { readonly message: unknown; readonly stack: unknown } | null };
};

type Done = { readonly value: unknown; readonly failure: { readonly name: string; readonly message: string } | null };

export type Membrane = { inward(value: unknown): unknown; outward(value: unknown): unknown };

const served = new WeakSet<object>();

/**
 * Marks an object as a Google service object: it crosses the border by identity, with its own methods and nothing more.
 * Its type comes from where it is wanted, so a method that the surface lacks does not compile, nor one left out.
 */
export function service<T extends object>(object: NoInfer<T>): T {
  served.add(object);
  return object;
}

/** Whether an object is one of Google's. */
export function isService(object: object): boolean {
  return served.has(object);
}

/** Converts what crosses the border of one realm: dates, lists and records are reborn on the other side, services keep their identity. */
export function membrane(tools: InnerTools, say: (message: string) => string): Membrane {
  const inside = new WeakMap<object, object>();
  const outside = new WeakMap<object, object>();

  function inward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (served.has(value)) return serviceInside(value);
    if (value instanceof Date) return tools.date(value.getTime());
    if (Array.isArray(value)) return fill(tools.list(), value);
    const record = tools.record();
    for (const [key, held] of Object.entries(value)) record[key] = inward(held);
    return record;
  }

  /** Values of a tab are a million texts and numbers, which need no conversion. */
  function fill(list: unknown[], values: readonly unknown[]): unknown[] {
    for (const value of values) list.push(typeof value === 'object' ? inward(value) : value);
    return list;
  }

  function serviceInside(object: object): unknown {
    const known = inside.get(object);
    if (known !== undefined) return known;
    const made = tools.record();
    inside.set(object, made);
    outside.set(made, object);
    for (const [key, held] of Object.entries(object))
      made[key] = typeof held === 'function' ? method(object, held) : inward(held);
    return made;
  }

  function method(owner: object, call: (...args: unknown[]) => unknown): unknown {
    return tools.method((args) => {
      try {
        return { value: inward(Reflect.apply(call, owner, Array.from(args, outward))), failure: null };
      } catch (thrown) {
        if (thrown instanceof Error) return { value: undefined, failure: { name: thrown.name, message: say(thrown.message) } };
        throw thrown;
      }
    });
  }

  function outward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = outside.get(value);
    if (known !== undefined) return known;
    const kind = Object.prototype.toString.call(value);
    if (kind === '[object Date]') return new Date(Number(value));
    if (Array.isArray(value)) return Array.from(value, outward);
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, outward(held)]));
  }

  return { inward, outward };
}
