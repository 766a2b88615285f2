/** The command line: one verb a file. Imports {@link blocsim.api} and what lies below. */
package blocsim.cli;
