package com.example;

import com.javaonjets.config.Configuration;
import com.javaonjets.config.Environment;

/** Prints where the function would connect to. */
public final class Shown {

    public static void main(String[] arguments) {
        System.out.println(Configuration.find(Environment.PRODUCTION, System.getenv()).primary());
    }
}
