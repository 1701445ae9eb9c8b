// cspell:disable -- other languages
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squeeze } from './squeeze.ts';
import { languageOf, squeezedInEnglish } from './translated.ts';

test.each([
  [
    'German',
    'rm: das Entfernen von „/x“ ist nicht möglich: Das Gerät oder die Ressource ist belegt',
    'Device or resource busy',
  ],
  ['German without umlauts in the answer', 'mkdir: „/x“: Keine Berechtigung', 'Permission denied'],
  ['Spanish', 'tar: /x: no se puede: No queda espacio en el dispositivo ¿', 'No space left on device'],
  ['French', 'cp: erreur d’écriture : Aucun espace disponible sur le périphérique', 'No space left on device'],
  ['French with a slash', "ls: Erreur d'entrée/sortie", 'Input/output error'],
  ['Italian', 'mv: impossibile «x»: File system in sola lettura', 'Read-only file system'],
  ['Japanese', 'inotify_add_watch: デバイスに空き領域がありません', 'No space left on device'],
  ['Polish', 'Brak miejsca na urządzeniu', 'No space left on device'],
  ['Portuguese', 'Não há espaço disponível no dispositivo', 'No space left on device'],
  ['Russian, all in capitals', 'НЕТ ТАКОГО ФАЙЛА ИЛИ КАТАЛОГА', 'No such file or directory'],
  ['Chinese', 'rm: 无法删除"/x": 设备或资源忙', 'Device or resource busy'],
  [
    'German that JSON escapes',
    String.raw`"msg": "cp: Auf dem Ger\u00e4t ist kein Speicherplatz mehr verf\u00FCgbar\n"`,
    'No space left on device',
  ],
  [
    'Russian that JSON escapes',
    String.raw`"msg": "\u041d\u0430 \u0443\u0441\u0442\u0440\u043e\u0439\u0441\u0442\u0432\u0435 \u043d\u0435 \u043e\u0441\u0442\u0430\u043b\u043e\u0441\u044c \u0441\u0432\u043e\u0431\u043e\u0434\u043d\u043e\u0433\u043e \u043c\u0435\u0441\u0442\u0430\n"`,
    'No space left on device',
  ],
  [
    'Chinese that JSON escapes',
    String.raw`{"stderr": "\u8bbe\u5907\u6216\u8d44\u6e90\u5fd9"}`,
    'Device or resource busy',
  ],
  ['an answer with characters of no width', 'é Keine \u200BBerechtigung', 'Permission denied'],
  [
    'an answer that a terminal wrapped',
    'touch: „x“: Auf dem Gerät ist\r\n  kein Speicherplatz mehr verfügbar',
    'No space left on device',
  ],
])('%s', (_name, text, english) => {
  expect(squeezedInEnglish(text).text).toContain(squeeze(english).text);
});

test('several answers lead back to where they stood, with their lines', () => {
  const text = 'a: 权限不够\nb: nur „x“, Keine Berechtigung\nc: Le fichier, Opération\nnon permise, d';
  const { text: letters, places, lines } = squeezedInEnglish(text);
  expect(letters).toBe('apermissiondeniedbnurxpermissiondeniedclefichieroperationnotpermittedd');
  expect(lines).toEqual([17, 38, 69]);
  const at = letters.lastIndexOf('permissiondenied');
  expect(text.slice(places[at], (places[at + 15] ?? 0) + 1)).toBe('Keine Berechtigung');
  expect(Array.from(places)).toEqual(Array.from(places).toSorted((a, b) => a - b));
});

test.each([
  ['nothing', ''],
  ['English', 'keine berechtigung of no space left on device'],
  ['other words', 'größer … 空间'],
  ['what only begins like it', 'é argument invalid, expected one; keine Berechtigungen'],
])('%s is left as it is', (_name, text) => {
  expect(squeezedInEnglish(text)).toEqual(squeeze(text));
});

test('any text is safe, and a long one takes no more than a moment', () => {
  const piece = fc.constantFrom('Keine ', 'Berechtigung', '设备上没有空间', '\n', ' ', '\\n', 'é', '\uD800');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const text = pieces.join('');
      const { text: letters, places } = squeezedInEnglish(text);
      expect(places).toHaveLength(letters.length);
      expect(Array.from(places)).toEqual(Array.from(places).toSorted((a, b) => a - b));
    }),
  );
  const begun = performance.now();
  for (const text of ['é no space left on device\n', 'Auf dem Gerät ist ', '设备上没有', 'Aucun               ']) {
    squeezedInEnglish(`é${text.repeat(1_000_000 / text.length)}`);
  }
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('an answer in another language says which it is', () => {
  expect(languageOf('Auf dem Gerät ist kein Speicherplatz mehr verfügbar')).toBe('de');
  expect(languageOf('A estrutura necessita de limpeza')).toBe('pt-BR');
  expect(languageOf('结构需要清理')).toBe('zh');
  expect(languageOf('no space left on device')).toBeUndefined();
});
