/**
 * Files as values that know where they came from: JSON, YAML and CSV with file, line and pointer.
 *
 * <p>The only package that parses with Jackson. Imports nothing of this project.
 */
package blocsim.input;
