/**
 * Benchmarks with JMH, built by the profile {@code bench} alone: {@code mvn -Dquick -Pbench test-compile exec:exec}. It may import
 * everything below {@code report}.
 */
package blocsim.bench;
