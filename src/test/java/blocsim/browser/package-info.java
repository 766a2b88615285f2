/** What needs a browser: run by the profile {@code browser}, and left out otherwise. */
package blocsim.browser;
