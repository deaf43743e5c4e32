import { describe, expect, it } from 'vitest';
import { addCard } from '../../../shared/commands/cards';
import { connect } from '../../../shared/commands/connections';
import { mapFromModel } from '../../../shared/document/templates';
import { overlaySettings } from '../../../shared/metrics/overlay-settings';
import { editor } from '../../store/editor';
import { startWindow } from '../test-host';
import { initialOptions, type OnScreen, rememberOptions, requestOf, selectedForExport, waysOf } from './request';

const WAYS = waysOf({ ...editor.getState().decisions, persona: 'lucia', route: 'happy', periods: 12, seed: 7 });

const SCREEN: OnScreen = {
  emotionCurve: 'stages',
  plainLines: false,
  overlay: overlaySettings({ metrics: ['m'], tint: 'quantile' }),
  ways: WAYS,
};
const place = { stage: null, lane: null, x: 0, y: 0 };

describe('the request of an export', () => {
  it('asks for a poster only where a PDF lies on paper, and keeps its width meanwhile', () => {
    startWindow(mapFromModel('six-stages', 'en'));
    const options = { ...initialOptions(editor.getState(), null), poster: true, tilesAcross: 3 };
    expect(requestOf(options, [], SCREEN).tilesAcross).toBe(3);
    expect(requestOf({ ...options, page: 'fit' }, [], SCREEN).tilesAcross).toBeNull();
    expect(requestOf({ ...options, format: 'png' }, [], SCREEN).tilesAcross).toBeNull();
    expect(requestOf({ ...options, poster: false }, [], SCREEN).tilesAcross).toBeNull();
  });

  it('names the selection only where that is to be exported; lines stand for their ends', () => {
    const map = mapFromModel('blank', 'en');
    const [a, b] = [addCard(map, 'action', place), addCard(map, 'note', place)];
    connect(map, a, b);
    startWindow(map);
    const [line = ''] = Object.keys(map.connections);
    expect(selectedForExport(map, [line, a, 'gone'])).toEqual([a, b]);
    const options = initialOptions(editor.getState(), [a]);
    expect(requestOf(options, [a], { ...SCREEN, emotionCurve: 'points' })).toMatchObject({
      selection: [a],
      emotionCurve: 'points',
    });
    expect(requestOf({ ...options, area: 'map' }, [a], SCREEN).selection).toBeNull();
  });

  it('starts as it was used last, but never with a metric that this map lacks', () => {
    startWindow(mapFromModel('blank', 'en'));
    const options = initialOptions(editor.getState(), null);
    rememberOptions({ ...options, page: 'A1', landscape: false, numbers: { metric: 'of-another-map' }, margin: 25 });
    expect(initialOptions(editor.getState(), null)).toMatchObject({
      page: 'A1',
      landscape: false,
      numbers: 'screen',
      margin: 25,
    });
  });

  it('shows of the decisions what their view shows, with its seed', () => {
    startWindow(mapFromModel('blank', 'en'));
    const options = { ...initialOptions(editor.getState(), null), view: 'decisions' as const };
    expect(requestOf(options, [], SCREEN).ways).toMatchObject({
      persona: 'lucia',
      route: 'happy',
      forecast: { today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), periods: 12, seed: 7 },
    });
  });

  it('shows the numbers that are on the screen, one metric alone, or none', () => {
    startWindow(mapFromModel('blank', 'en'));
    const options = { ...initialOptions(editor.getState(), null), numbers: 'screen' as const };
    expect(requestOf(options, [], SCREEN).overlay).toEqual(SCREEN.overlay);
    expect(requestOf({ ...options, numbers: 'none' }, [], SCREEN).overlay.metrics).toEqual([]);
    expect(requestOf({ ...options, numbers: { metric: 'other' } }, [], SCREEN).overlay).toEqual({
      ...SCREEN.overlay,
      metrics: ['other'],
    });
  });
});
