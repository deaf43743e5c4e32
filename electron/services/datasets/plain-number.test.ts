import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber, storedNumber } from './plain-number';

describe('plain numbers', () => {
  it.each([
    ['1.5e3', 0, '1500'],
    ['1.5E-3', 0, '0.0015'],
    ['0.021', 2, '2.1'],
    ['-0.005', 2, '-0.5'],
    ['1', 2, '100'],
    ['1.10', 0, '1.10'],
    ['1.10', 2, '110'],
    ['0e5', 0, '0'],
    ['-0', 0, '-0'],
    ['12345678901234567890', 0, '12345678901234567890'],
    ['1e9999', 0, '1e9999'],
    ['n/a', 2, 'n/a'],
  ])('%s moved by %i is %s', (text, places, plain) => {
    expect(plainNumber(text, places)).toBe(plain);
  });

  it('have the same value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plainNumber(String(value)))).toBe(value === 0 ? 0 : value);
        expect(plainNumber(String(value))).not.toMatch(/e/i);
      }),
    );
  });
});

describe('numbers as workbooks store them', () => {
  it.each([
    ['2.1000000000000001E-2', 0, '0.021'],
    ['2.1000000000000001E-2', 2, '2.1'],
    ['0.28999999999999998', 2, '29'],
    ['1234.5599999999999', 0, '1234.56'],
    ['9007199254740993', 0, '9007199254740993'],
    ['1E+20', 0, '100000000000000000000'],
    ['45', 0, '45'],
    ['x', 0, 'x'],
  ])('%s moved by %i is %s', (stored, places, shown) => {
    expect(storedNumber(stored, places)).toBe(shown);
  });
});
