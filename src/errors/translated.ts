import { findWords } from './find-words.ts';
import { isWhole } from './places.ts';
import { replaced, squeeze } from './squeeze.ts';
import type { Change, Squeezed, Translated } from './squeeze.ts';

/**
 * What Linux most often answers to a call that fails, as the C library says it in German, Spanish, French, Italian,
 * Japanese, Polish, Portuguese of Brazil, Russian and Chinese: catalogues of glibc 2.36, as Debian's libc-l10n has them,
 * seen on 2026-11-27. Engines, which are written in Go, always answer in English; `rm`, `mount`, `tar` and what runs in
 * containers do not.
 */
// cspell:disable -- other languages
const translations = {
  'No space left on device': [
    'Auf dem Gerät ist kein Speicherplatz mehr verfügbar',
    'No queda espacio en el dispositivo',
    'Aucun espace disponible sur le périphérique',
    'Spazio esaurito sul device',
    'デバイスに空き領域がありません',
    'Brak miejsca na urządzeniu',
    'Não há espaço disponível no dispositivo',
    'На устройстве не осталось свободного места',
    '设备上没有空间',
  ],
  'Device or resource busy': [
    'Das Gerät oder die Ressource ist belegt',
    'Dispositivo o recurso ocupado',
    'Périphérique ou ressource occupé',
    'Dispositivo o risorsa occupata',
    'デバイスもしくはリソースがビジー状態です',
    'Urządzenie lub zasoby zajęte',
    'Dispositivo ou recurso está ocupado',
    'Устройство или ресурс занято',
    '设备或资源忙',
  ],
  'Read-only file system': [
    'Das Dateisystem ist nur lesbar',
    'Sistema de ficheros de sólo lectura',
    'Système de fichiers accessible en lecture seulement',
    'File system in sola lettura',
    '読み込み専用ファイルシステムです',
    'System plików wyłącznie do odczytu',
    'Sistema de arquivos somente para leitura',
    'Файловая система доступна только для чтения',
    '只读文件系统',
  ],
  'Permission denied': [
    'Keine Berechtigung',
    'Permiso denegado',
    'Permission non accordée',
    'Permesso negato',
    '許可がありません',
    'Brak dostępu',
    'Permissão negada',
    'Отказано в доступе',
    '权限不够',
  ],
  'No such file or directory': [
    'Datei oder Verzeichnis nicht gefunden',
    'No existe el fichero o el directorio',
    'Aucun fichier ou dossier de ce type',
    'File o directory non esistente',
    'そのようなファイルやディレクトリはありません',
    'Nie ma takiego pliku ani katalogu',
    'Arquivo ou diretório inexistente',
    'Нет такого файла или каталога',
    '没有那个文件或目录',
  ],
  'Operation not permitted': [
    'Die Operation ist nicht erlaubt',
    'Operación no permitida',
    'Opération non permise',
    'Operazione non permessa',
    '許可されていない操作です',
    'Operacja niedozwolona',
    'Operação não permitida',
    'Операция не позволена',
    '不允许的操作',
  ],
  'Input/output error': [
    'Eingabe-/Ausgabefehler',
    'Error de entrada/salida',
    "Erreur d'entrée/sortie",
    'Errore di input/output',
    '入力/出力エラーです',
    'Błąd wejścia/wyjścia',
    'Erro de entrada/saída',
    'Ошибка ввода/вывода',
    '输入/输出错误',
  ],
  'Invalid argument': [
    'Das Argument ist ungültig',
    'Argumento inválido',
    'Argument invalide',
    'Argomento non valido',
    '無効な引数です',
    'Zły argument',
    'Недопустимый аргумент',
    '无效的参数',
  ],
  'Operation not supported': [
    'Die Operation wird nicht unterstützt',
    'La operación no está soportada',
    'Opération non supportée',
    'Operazione non supportata',
    'サポートされていない操作です',
    'Operacja nie obsługiwana',
    'Operação sem suporte',
    'Неподдерживаемая операция',
    '不支持的操作',
  ],
  'Directory not empty': [
    'Das Verzeichnis ist nicht leer',
    'El directorio no está vacío',
    "Le dossier n'est pas vide",
    'Directory non vuota',
    'ディレクトリは空ではありません',
    'Katalog nie jest pusty',
    'Diretório não vazio',
    'Каталог не пуст',
    '目录非空',
  ],
  'Structure needs cleaning': [
    'Die Struktur muss bereinigt werden',
    'La estructura necesita una limpieza',
    "La structure a besoin d'un nettoyage",
    'La struttura necessita di una pulizia',
    '構造体を内容消去する必要があります',
    'Struktura wymaga wyczyszczenia',
    'A estrutura necessita de limpeza',
    'Структуру необходимо почистить',
    '结构需要清理',
  ],
};
// cspell:enable

const languages = ['de', 'es', 'fr', 'it', 'ja', 'pl', 'pt-BR', 'ru', 'zh'];

/** The language of a message, if it is one of these answers: what reads a page aloud has to know. */
export function languageOf(message: string): string | undefined {
  return Object.values(translations)
    .map((others) => languages[others.indexOf(message)])
    .find(Boolean);
}

const pairs = Object.entries(translations).flatMap(([english, others]) => others.map((other) => ({ english, other })));

const isLatin = (words: string) => /^[\p{ASCII}\p{Script=Latin}]*$/u.test(words);

/** In alphabets that a squeezed text has not, as they are pasted, in small letters. */
const spelled = new Map(
  pairs.filter(({ other }) => !isLatin(other)).map(({ english, other }) => [other.toLowerCase(), english]),
);

/** The others, squeezed. */
const latin = pairs
  .filter(({ other }) => isLatin(other))
  .map(({ english, other }) => ({ english: squeeze(english).text, other: squeeze(other).text }));
const finder = findWords(latin.map(({ other }) => other));

/** What may stand between two words where a terminal wrapped them, or a chat put characters of no width. */
const blank = String.raw`[\s\u200B-\u200D]{1,9}`;
const blanks = new RegExp(blank, 'g');

/** A character of another alphabet, as itself or as JSON escapes it: `设`, `\u8bbe`. */
const orEscaped = (character: string) =>
  `(?:${[character, ...[character, character.toUpperCase()].map((one) => `\\\\u${hexOf(one)}`)].join('|')})`;
const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');

const sentence = new RegExp(
  Array.from(spelled.keys(), (words) =>
    words
      .replaceAll('/', String.raw`\/`)
      .replaceAll(/\P{ASCII}/gu, orEscaped)
      .replaceAll(' ', blank),
  ).join('|'),
  'gi',
);

/**
 * A text squeezed, with the answers of the system in English. Takes time in proportion to the text. Where another
 * language is set, there is some letter or quotation mark that English has not.
 */
export function squeezedInEnglish(text: string): Squeezed {
  if (!/\P{ASCII}|\\u[\da-fA-F]{4}/u.test(text)) return squeeze(text);
  const squeezed = squeeze(text, spelledIn(text));
  const changes: Change[] = [];
  finder.scan(squeezed.text, (word, end) => {
    const { other = '', english = '' } = latin[word] ?? {};
    const start = end - other.length;
    if (start >= (changes.at(-1)?.end ?? 0) && isWhole(start, end, squeezed.places)) {
      changes.push({ start, end, text: english });
    }
  });
  return replaced(squeezed, changes);
}

function spelledIn(text: string): Translated[] {
  return Array.from(text.matchAll(sentence), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    english: spelled.get(unescaped(words).toLowerCase().replaceAll(blanks, ' ')) ?? '',
  }));
}

function unescaped(words: string): string {
  return words.replaceAll(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
