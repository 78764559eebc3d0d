import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, sourceFiles } from '../tree/source-files.ts';
import type { Finding, Net } from './net.ts';
import { reportFindings } from './net.ts';

/** The files that give colours their names: the tokens and the themes that replace some of them. */
const PALETTE = new Set(
  ['tokens', 'themes', 'console-themes'].map((sheet) => `packages/ui/src/css/${sheet}.css`),
);
const VISIBLE = /^(?:packages\/ui|services\/(?:player-client|admin-ui))\/src\//;

const HEX = '#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\\b';
const FUNCTIONS = '\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\([^)]*\\)?';
const NAMED =
  '(?<=:[^;]*)(?<![\\w-])(?:white|black|red|green|blue|yellow|orange|purple|pink|gr[ae]y|cyan|magenta)(?![\\w-])';

const inStyles = new RegExp(`${HEX}|${FUNCTIONS}|${NAMED}`, 'gi');
/** In code only what can be nothing else: a whole string or template that is a colour. */
const inCode = new RegExp(`(?<=['"\`])(?:${HEX}|${FUNCTIONS}[^'"\`]*)(?=['"\`])`, 'gi');

/** A mask takes only the opacity of a colour, so black there is not a colour anybody sees. */
const MASK = /(?<=^|[{;\s])(?:-webkit-)?mask(?:-[a-z]+)?\s*:[^;}]*/gm;

/** Colours written out anywhere but in the palette: they would not follow a theme. */
export const rawColours = (root: string): readonly Finding[] =>
  sourceFiles(root, ['.css', '.ts', '.tsx'])
    .filter((file) => VISIBLE.test(file) && !PALETTE.has(file) && !isTestFile(file))
    .flatMap((file) => coloursIn(file, readFileSync(join(root, file), 'utf8')));

const coloursIn = (file: string, text: string): readonly Finding[] =>
  withoutComments(text)
    .replace(MASK, '')
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(file.endsWith('.css') ? inStyles : inCode)].map(([colour]) => ({
        rule: 'raw-colour',
        file: `${file}:${index + 1}`,
        message: `use a token instead of ${colour}`,
      })),
    );

/** Block comments become blank, so that line numbers stay right. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));

export const rawColoursNet = (root: string): Net => ({
  name: 'colours',
  run: () => reportFindings(rawColours(root)),
});
