package com.javaonjets.connection;

/** Gets back what it lent. */
interface Lender {

    /**
     * Called once for each borrow, when it ends.
     *
     * @param fit whether the connection may be lent again
     */
    void returned(Link link, boolean fit);
}
