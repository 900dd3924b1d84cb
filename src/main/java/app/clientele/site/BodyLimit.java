package app.clientele.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Holds bodies of the API to a size: they are read into memory whole, before anybody asks what the
 * key may do. Files come as multipart and have limits of their own.
 */
@Component
class BodyLimit extends OncePerRequestFilter {
    private static final long MOST = 5_000_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long told = request.getContentLengthLong();
        boolean isShort = told >= 0 && told <= MOST;
        chain.doFilter(isShort ? request : new Limited(request), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private long left = MOST;

        private Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new WatchedBody(
                    super.getInputStream(), (bytes, offset, length) -> count(length));
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new MaxUploadSizeExceededException(MOST);
            }
        }
    }
}
