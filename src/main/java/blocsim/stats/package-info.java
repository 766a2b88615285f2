/** Statistics on arrays and nothing of blocs: intervals, ranks, quantiles. Imports nothing of this project. */
package blocsim.stats;
