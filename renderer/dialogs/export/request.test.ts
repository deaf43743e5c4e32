import { describe, expect, it } from 'vitest';
import { addCard } from '../../../shared/commands/cards';
import { connect } from '../../../shared/commands/connections';
import { mapFromModel } from '../../../shared/document/templates';
import { editor } from '../../store/editor';
import { startWindow } from '../test-host';
import { initialOptions, rememberOptions, requestOf, selectedForExport } from './request';

const place = { stage: null, lane: null, x: 0, y: 0 };

describe('the request of an export', () => {
  it('asks for a poster only where a PDF lies on paper, and keeps its width meanwhile', () => {
    startWindow(mapFromModel('six-stages', 'en'));
    const options = { ...initialOptions(editor.getState(), null), poster: true, tilesAcross: 3 };
    expect(requestOf(options, [], 'stages').tilesAcross).toBe(3);
    expect(requestOf({ ...options, page: 'fit' }, [], 'stages').tilesAcross).toBeNull();
    expect(requestOf({ ...options, format: 'png' }, [], 'stages').tilesAcross).toBeNull();
    expect(requestOf({ ...options, poster: false }, [], 'stages').tilesAcross).toBeNull();
  });

  it('names the selection only where that is to be exported; lines stand for their ends', () => {
    const map = mapFromModel('blank', 'en');
    const [a, b] = [addCard(map, 'action', place), addCard(map, 'note', place)];
    connect(map, a, b);
    startWindow(map);
    const [line = ''] = Object.keys(map.connections);
    expect(selectedForExport(map, [line, a, 'gone'])).toEqual([a, b]);
    const options = initialOptions(editor.getState(), [a]);
    expect(requestOf(options, [a], 'points')).toMatchObject({ selection: [a], emotionCurve: 'points' });
    expect(requestOf({ ...options, area: 'map' }, [a], 'stages').selection).toBeNull();
  });

  it('starts as it was used last, but never with a metric that this map lacks', () => {
    startWindow(mapFromModel('blank', 'en'));
    const options = initialOptions(editor.getState(), null);
    rememberOptions({ ...options, page: 'A1', landscape: false, metric: 'of-another-map', margin: 25 });
    expect(initialOptions(editor.getState(), null)).toMatchObject({
      page: 'A1',
      landscape: false,
      metric: null,
      margin: 25,
    });
  });
});
