package com.javaonjets.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** What Lambda hands to an invocation that has some time left. */
public final class LambdaContext implements Context {

    private final long end;

    /** @param remainingMillis from now on */
    public LambdaContext(int remainingMillis) {
        end = System.currentTimeMillis() + remainingMillis;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, end - System.currentTimeMillis());
    }

    @Override
    public String getAwsRequestId() {
        return "4f5c9c1a-0000-4000-8000-000000000001";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/posts";
    }

    @Override
    public String getLogStreamName() {
        return "2026/11/25/[1]";
    }

    @Override
    public String getFunctionName() {
        return "posts";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-west-1:123456789012:function:posts";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("no identity");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("no client");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("logging goes to slf4j");
    }
}
