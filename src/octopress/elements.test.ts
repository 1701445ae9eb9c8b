import { expect, test } from 'vitest';
import { isLook, modernName } from './elements.ts';

test.each([
  ['p', 'p'],
  ['strike', 's'],
  ['center', 'div'],
  ['my-clock', 'my-clock'],
  ['string', undefined],
  ['constructor', undefined],
])('the element %s is %s today', (old, name) => {
  expect(modernName(old)).toBe(name);
});

test.each([
  ['table', 'bgcolor', true],
  ['td', 'width', true],
  ['img', 'width', false],
  ['a', 'href', false],
  ['input', 'size', false],
])('%s %s only says how it looks: %s', (element, attribute, look) => {
  expect(isLook(element, attribute)).toBe(look);
});
