import type { Language } from '../../municipality/schema';

export const pageNames = ['home', 'privacy', 'terms'] as const;
export type PageName = (typeof pageNames)[number];

/** Where each page stands; the Teams package names the Danish ones. */
export const pathOf: Readonly<Record<Language, Readonly<Record<PageName, string>>>> = {
  da: { home: '/', privacy: '/privatliv', terms: '/vilkaar' },
  en: { home: '/en', privacy: '/en/privacy', terms: '/en/terms' },
};

export const pagePaths: readonly string[] = Object.values(pathOf).flatMap((paths) => Object.values(paths));
