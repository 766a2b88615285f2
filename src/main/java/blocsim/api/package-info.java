/** The small public face that notebooks and users' own classes hold on to. Imports {@link blocsim.report} and below. */
package blocsim.api;
