/** In which language the command line speaks. */
import { type Lang, languages } from '../model/text.ts';

const isLang = (text: string | undefined): text is Lang => languages.some((lang) => lang === text);

/** The machine's locale; Chinese where it is neither Chinese nor English. */
export function localeLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** `--lang` as given, before the arguments are parsed: help and complaints speak it too. */
export function askedLang(argv: readonly string[]): Lang | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return isLang(asked) ? asked : undefined;
}
