/**
 * A run in windows: MASON's console with maps, networks, charts and inspectors, on the engine of every other command. Imports MASON,
 * JFreeChart, AWT and what lies below {@link blocsim.api}; start at {@link blocsim.gui.RunConsole}.
 */
package blocsim.gui;
