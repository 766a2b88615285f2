/**
 * The live explorer: a page in the browser, served by this program to its own machine only. Alone imports Javalin. Start at {@link
 * blocsim.web.Explorer}; {@link blocsim.web.Door} says who is let in, {@link blocsim.web.Shelf} what may be opened, {@link
 * blocsim.web.Desk} what is worked on. The page itself stands in the resources, under {@code blocsim/web}.
 */
@NullMarked
package blocsim.web;

import org.jspecify.annotations.NullMarked;
