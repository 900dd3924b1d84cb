package app.clientele.gateway;

/** The gateway could not be asked, or its answer was lost; what came of it is not known. */
public class GatewayDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GatewayDown(String message, Throwable cause) {
        super(message, cause);
    }
}
