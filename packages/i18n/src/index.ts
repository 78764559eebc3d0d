import './i18next-types.ts';

export type { i18n as I18n, TFunction } from 'i18next';
export { I18nextProvider, useTranslation } from 'react-i18next';
export type { CatalogueLoader } from './catalogue-backend.ts';
export { loadCatalogue } from './catalogue-backend.ts';
export type { I18nOptions } from './create-i18n.ts';
export { createI18n, ensureNamespaces } from './create-i18n.ts';
export type { RefusalMembers } from './error-text.ts';
export { errorText } from './error-text.ts';
export type { TextKey } from './i18next-types.ts';
export { mapMessage, messageArguments } from './message-syntax.ts';
export type { Catalogue, Namespace } from './namespaces.ts';
export { NAMESPACES, PSEUDO_LANGUAGE, SOURCE_LANGUAGE } from './namespaces.ts';
export { pseudoCatalogue, pseudoMessage } from './pseudo-locale.ts';
