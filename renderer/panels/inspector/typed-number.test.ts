import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/language/translator';
import { parseTyped, typedText } from './typed-number';

const [en, es] = [createTranslator('en'), createTranslator('es')];

describe('a typed number', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['1,234', 1234],
    ['-3', -3],
    ['', null],
    ['  ', null],
  ])('reads %j in English as %j', (text, value) => {
    expect(parseTyped(text, 'en', en)).toEqual({ value });
  });

  it.each([
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
  ])('reads %j in Spanish as %j', (text, value) => {
    expect(parseTyped(text, 'es', es)).toEqual({ value });
  });

  it('reads percentages with and without their sign, exactly', () => {
    expect(parseTyped('1.1', 'en', en, { percent: true })).toEqual({ value: 0.011 });
    expect(parseTyped('1,1 %', 'es', es, { percent: true })).toEqual({ value: 0.011 });
  });

  it.each(['abc', '1e', '12 apples', '3 %'])('refuses %j', (text) => {
    expect(parseTyped(text, 'en', en)).toHaveProperty('problem');
  });

  it('holds the bounds', () => {
    expect(parseTyped('100', 'en', en, { percent: true, min: 0, max: 100 })).toEqual({ value: 1 });
    expect(parseTyped('100.1', 'en', en, { percent: true, min: 0, max: 100 })).toEqual({ problem: 'From 0 to 100' });
  });

  it('is written so that it can be typed again', () => {
    expect(typedText(0.07 * 100, 'en')).toBe('7');
    expect(typedText(1234.5, 'es')).toBe('1234,5');
  });
});
