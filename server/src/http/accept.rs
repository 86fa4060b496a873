//! The accept loop: who may connect, for how long, and how the server stops.

use axum::Router;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// What the loop allows.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections at a time; further ones wait in the system's queue.
    pub connections: usize,
    /// How long a client may take over the head of a request, and stay idle between two.
    pub head: Duration,
    /// How long requests under way may still run once the server is told to stop.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            connections: 1024,
            head: Duration::from_secs(10),
            drain: Duration::from_secs(10),
        }
    }
}

/// Who sent a request, as the connection says: in every request's extensions.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Serves `router` on `listener` until `stop` completes, then lets requests under way finish within
/// [`Limits::drain`] and returns.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    // HTTP/1 only, as a proxy speaks it: a builder that first waits to see which version a client
    // speaks waits without any limit.
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let places = Arc::new(Semaphore::new(limits.connections));
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let connected = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            connected = connected => connected,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file handles, most likely: give others time to close theirs.
                tracing::warn!(%error, "could not accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        // Small answers must not wait for a full packet; a failure here costs only that.
        let _ = stream.set_nodelay(true);
        let service = router.clone().map_request(move |mut request: hyper::Request<_>| {
            request.extensions_mut().insert(Peer(peer));
            request
        });
        let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = open.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, %peer, "a connection ended badly");
            }
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => tracing::info!("every request is finished"),
        () = tokio::time::sleep(limits.drain) => tracing::warn!("gave up on requests still under way"),
    }
}

/// Completes when the process is asked to end: by Ctrl-C, or by `SIGTERM` where there is one.
pub async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::oneshot;

    /// Starts a server whose one page takes `slow`, and says where it is and how to stop it.
    async fn start(
        slow: Duration,
        limits: Limits,
    ) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let page = get(async move || {
            tokio::time::sleep(slow).await;
            "done"
        });
        let (stop, stopped) = oneshot::channel();
        let router = Router::new().route("/", page);
        let server = tokio::spawn(serve(listener, router, limits, async move {
            let _ = stopped.await;
        }));
        (address, stop, server)
    }

    async fn ask(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn a_request_under_way_is_finished_before_the_server_stops() {
        let (address, stop, server) = start(Duration::from_millis(300), Limits::default()).await;
        let asking = tokio::spawn(async move { ask(address, "GET / HTTP/1.1\r\nhost: hall\r\n\r\n").await });
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send(()).unwrap();
        assert!(asking.await.unwrap().ends_with("done"));
        server.await.unwrap();
    }

    #[tokio::test]
    async fn a_request_that_outlives_the_drain_does_not_hold_the_server() {
        let limits = Limits {
            drain: Duration::from_millis(100),
            ..Limits::default()
        };
        let (address, stop, server) = start(Duration::from_secs(600), limits).await;
        tokio::spawn(async move { ask(address, "GET / HTTP/1.1\r\nhost: hall\r\n\r\n").await });
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send(()).unwrap();
        tokio::time::timeout(Duration::from_secs(5), server)
            .await
            .unwrap()
            .unwrap();
    }

    #[tokio::test]
    async fn a_head_that_never_ends_is_cut_off() {
        let limits = Limits {
            head: Duration::from_millis(200),
            ..Limits::default()
        };
        let (address, _stop, _server) = start(Duration::ZERO, limits).await;
        let answer = tokio::time::timeout(Duration::from_secs(5), ask(address, "GET / HTTP/1.1\r\nhost: ha"));
        assert!(!answer.await.unwrap().contains("200 OK"));
    }

    #[tokio::test]
    async fn a_full_house_lets_the_next_one_wait() {
        let limits = Limits {
            connections: 1,
            head: Duration::from_millis(300),
            ..Limits::default()
        };
        let (address, _stop, _server) = start(Duration::ZERO, limits).await;
        let _idle = TcpStream::connect(address).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        let answer = ask(
            address,
            "GET / HTTP/1.1\r\nhost: hall\r\nconnection: close\r\n\r\n",
        )
        .await;
        assert!(answer.ends_with("done"));
    }
}
