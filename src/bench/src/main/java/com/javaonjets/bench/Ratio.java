package com.javaonjets.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The median of ratios that were taken pair by pair, and the interval that holds the true median with 95 % confidence,
 * whatever the distribution: by the ranks of the sign test.
 */
record Ratio(double low, double median, double high) {

    static Ratio of(double[] numerators, double[] denominators) {
        double[] ratios = new double[numerators.length];
        Arrays.setAll(ratios, i -> numerators[i] / denominators[i]);
        Arrays.sort(ratios);
        int rank = rank(ratios.length);
        return new Ratio(ratios[rank], median(ratios), ratios[ratios.length - 1 - rank]);
    }

    static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The most values that may be left out at each end: at most 2.5 % of fair coins land that far out. */
    private static int rank(int count) {
        double probability = Math.pow(0.5, count);
        double tail = probability;
        int rank = 0;
        while (tail <= 0.025) {
            rank++;
            probability *= (double) (count - rank + 1) / rank;
            tail += probability;
        }
        return Math.max(0, rank - 1);
    }

    String json() {
        return String.format(Locale.ROOT, "[%.3f,%.3f,%.3f]", low, median, high);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, low, high);
    }
}
