/**
 * The part of `i18next` that `@sw/i18n` uses: flat keys in namespaces, one language with a fallback, texts
 * from a backend, messages by a format plugin. In a build it stands for the whole of it, whose detection,
 * nesting, plural resolver, interpolator and events nobody calls and which costs a fifteenth of the first
 * load. `lean-i18n.test.tsx` holds `createI18n` over it to what it does over the original.
 *
 * Unlike the original, a namespace that could not be loaded is asked for again the next time.
 */
type Values = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, string>>;

interface Backend {
  readonly type: 'backend';
  read(language: string, namespace: string, done: (error: Error | null, texts: Texts | null) => void): void;
}

interface Format {
  parse(message: string, values: Values, language: string): string;
}

interface FormatClass {
  readonly type: 'i18nFormat';
  new (): Format;
}

interface Extension {
  readonly type: '3rdParty';
  init(instance: LeanI18n): void;
}

type Plugin = Backend | FormatClass | Extension;

interface Options {
  readonly lng: string;
  readonly fallbackLng: string;
  readonly ns: readonly string[];
  readonly defaultNS: string;
  readonly nsSeparator: string;
  readonly saveMissing?: boolean;
  readonly missingKeyHandler?: (languages: readonly string[], namespace: string, key: string) => void;
}

type Names = string | readonly string[];

const listOf = (names: Names): readonly string[] => (typeof names === 'string' ? [names] : names);

class LeanI18n {
  language = '';
  languages: readonly string[] = [];
  #options: Options | undefined;
  #backend: Backend | undefined;
  #format: Format | undefined;
  readonly #extensions: Extension[] = [];
  readonly #texts = new Map<string, Texts>();
  readonly #loading = new Map<string, Promise<void>>();

  use(plugin: Plugin): this {
    if (plugin.type === 'backend') this.#backend = plugin;
    else if (plugin.type === 'i18nFormat') this.#format = new plugin();
    else this.#extensions.push(plugin);
    return this;
  }

  async init(options: Options): Promise<void> {
    this.#options = options;
    this.language = options.lng;
    this.languages = [...new Set([options.lng, options.fallbackLng])];
    for (const extension of this.#extensions) extension.init(this);
    await this.loadNamespaces(options.ns);
  }

  /** Settles when the texts are there, or when no language has them: then keys are shown. */
  readonly loadNamespaces = async (names: Names): Promise<void> => {
    const wanted = listOf(names).flatMap((name) =>
      this.languages.map((language) => this.#load(language, name)),
    );
    await Promise.all(wanted);
  };

  readonly hasResourceBundle = (language: string, namespace: string): boolean =>
    this.#texts.has(`${language}/${namespace}`);

  readonly hasLoadedNamespace = (namespace: string): boolean =>
    this.languages.some((language) => this.hasResourceBundle(language, namespace));

  readonly getResource = (language: string, namespace: string, key: string): string | undefined => {
    const texts = this.#texts.get(`${language}/${namespace}`);
    return texts !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
  };

  readonly exists = (key: string, values: Values = {}): boolean => this.#find(key, values) !== undefined;

  /** Stable for the life of the instance, so that what depends on it does not run again. */
  readonly t = (key: string, values: Values = {}): string => {
    const found = this.#find(key, values);
    if (found !== undefined)
      return this.#format?.parse(found.message, values, found.language) ?? found.message;
    const { namespaces, name } = this.#split(key, values);
    if (this.#options?.saveMissing === true)
      this.#options.missingKeyHandler?.(this.languages, namespaces[0] ?? '', name);
    return name;
  };

  /** `t` that looks into `names` when a key names no namespace. */
  readonly getFixedT =
    (_language: null, names: Names) =>
    (key: string, values: Values = {}): string =>
      this.t(key, 'ns' in values ? values : { ...values, ns: names });

  #split(key: string, values: Values): { readonly namespaces: readonly string[]; readonly name: string } {
    const at = key.indexOf(this.#options?.nsSeparator ?? ':');
    if (at > 0) return { namespaces: [key.slice(0, at)], name: key.slice(at + 1) };
    const named = values['ns'] as Names | undefined;
    return { namespaces: listOf(named ?? this.#options?.defaultNS ?? []), name: key };
  }

  #find(key: string, values: Values): { readonly message: string; readonly language: string } | undefined {
    const { namespaces, name } = this.#split(key, values);
    for (const namespace of namespaces)
      for (const language of this.languages) {
        const message = this.getResource(language, namespace, name);
        if (message !== undefined) return { message, language };
      }
    return undefined;
  }

  #load(language: string, namespace: string): Promise<void> {
    const id = `${language}/${namespace}`;
    if (this.#texts.has(id)) return Promise.resolve();
    let loading = this.#loading.get(id);
    if (loading === undefined) {
      loading = new Promise<void>((resolve) => {
        this.#backend?.read(language, namespace, (error, texts) => {
          if (error === null && texts !== null) this.#texts.set(id, texts);
          this.#loading.delete(id);
          resolve();
        });
      });
      this.#loading.set(id, loading);
    }
    return loading;
  }
}

export type { LeanI18n };

/** A new instance without texts; `init` gives it some. */
export const createInstance = (): LeanI18n => new LeanI18n();
