//! The command line of the sandbox.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clap::builder::NonEmptyStringValueParser;
use wavix_sandbox::{Config, MOST_NUMBERS};

/// A Wavix SIP Trunks API on your own machine.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// Where to listen: ADDRESS:PORT or :PORT; port 0 lets the system choose
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8787", value_parser = listen_address)]
    listen: SocketAddr,
    /// Listen even where other machines can reach it
    #[arg(long)]
    allow_remote: bool,
    /// Keep trunks in this file; without it they end with the sandbox
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The API key that clients must give
    #[arg(long, value_name = "KEY", default_value = "sandbox-key", value_parser = NonEmptyStringValueParser::new())]
    api_key: String,
    /// An API key that is answered with 403, as an account without trunks is
    #[arg(long, value_name = "KEY", default_value = "sandbox-unprovisioned")]
    unprovisioned_key: String,
    /// Put this many example trunks into an empty database
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u32,
    /// Put this many example numbers into an empty database; some lead to the example trunks
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=i64::from(MOST_NUMBERS)))]
    numbers: u32,
    /// Let go wrong what this file says: a list of rules in JSON, as docs/sandbox.md describes them
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
    /// Answer 429 above this many requests per second
    #[arg(long, value_name = "N", value_parser = rate)]
    rate_limit: Option<f64>,
}

fn listen_address(text: &str) -> Result<SocketAddr, String> {
    let full = match text.strip_prefix("localhost:").or_else(|| text.strip_prefix(':')) {
        Some(port) => format!("127.0.0.1:{port}"),
        None => text.to_owned(),
    };
    full.parse().map_err(|_| "not an address with a port, such as 127.0.0.1:8787".to_owned())
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if rate > 0.0 && rate.is_finite() => Ok(rate),
        _ => Err("not a number above 0".to_owned()),
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("wavix-sandbox: {reason}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    let Arguments { listen, allow_remote, data, api_key, unprovisioned_key, seed, numbers, faults, rate_limit } =
        arguments;
    if !listen.ip().is_loopback() && !allow_remote {
        return Err(format!(
            "{listen} can be reached from other machines, and the sandbox's key is no secret; add --allow-remote if \
             that is what you want"
        ));
    }
    let config = Config { listen, data, api_key, unprovisioned_key, seed, numbers, faults, rate_limit };
    let end = end_asked_for().map_err(|error| format!("cannot listen for signals: {error}"))?;
    let sandbox = wavix_sandbox::start(config).await.map_err(|error| error.to_string())?;
    announce(&sandbox.url()).map_err(|error| format!("cannot write to standard output: {error}"))?;
    end.await;
    sandbox.stop().await;
    Ok(())
}

/// One line, complete and flushed: whoever started the sandbox reads the port from it.
fn announce(url: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "listening on {url}")?;
    out.flush()
}

/// Waits for SIGINT or SIGTERM. Installed before anything is announced, so that neither is missed.
#[cfg(unix)]
fn end_asked_for() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
fn end_asked_for() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}
