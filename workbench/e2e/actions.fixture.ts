import type { Locator, Page } from 'playwright-core';

/** A person at the screen: every press of a key, click, and every field filled is one action. */
export class Hands {
  actions = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(what: Locator): Promise<void> {
    this.actions++;
    await what.click();
  }

  async fill(what: Locator, text: string): Promise<void> {
    this.actions++;
    await what.fill(text);
  }

  async press(key: string): Promise<void> {
    this.actions++;
    await this.#page.keyboard.press(key);
  }
}
