//! A sandbox for a test, and requests to it.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tokio::runtime::Runtime;
use ureq::Agent;
use ureq::http::{HeaderMap, Method, Request, StatusCode};
use wavix_sandbox::{Config, Sandbox};

/// The key of every sandbox here.
pub const KEY: &str = "sandbox-key";

/// A sandbox in this process; it ends with the value.
pub struct Server {
    _runtime: Runtime,
    pub api: Api,
}

impl Server {
    pub fn start() -> Self {
        Self::with(Config::default())
    }

    pub fn with(config: Config) -> Self {
        let runtime = Runtime::new().unwrap();
        let sandbox: Sandbox = runtime.block_on(wavix_sandbox::start(config)).unwrap();
        Self { api: Api::new(sandbox.url()), _runtime: runtime }
    }
}

/// A sandbox in a process of its own; it is killed with the value.
pub struct Program {
    child: Child,
    pub out: BufReader<ChildStdout>,
    pub first_line: String,
    pub api: Api,
}

impl Program {
    pub fn start(arguments: &[&str]) -> Self {
        Self::listening("127.0.0.1:0", arguments)
    }

    pub fn listening(address: &str, arguments: &[&str]) -> Self {
        let mut child = command().args(["--listen", address]).args(arguments).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first_line = String::new();
        out.read_line(&mut first_line).unwrap();
        let url = first_line.trim_end().strip_prefix("listening on ").unwrap().to_owned();
        Self { child, out, first_line, api: Api::new(url) }
    }

    pub fn on(file: &Path) -> Self {
        Self::start(&["--data", file.to_str().unwrap()])
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: nothing of the program runs any more.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn wait(&mut self) -> std::process::ExitStatus {
        self.child.wait().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The binary, its output piped.
fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wavix-sandbox"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The exit code and the words with which the binary refuses to start. One that starts after all fails the test, where
/// waiting for its end would hang it.
pub fn refusal(arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = command().args(arguments).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    if !line.is_empty() {
        child.kill().unwrap();
    }
    let mut words = String::new();
    child.stderr.take().unwrap().read_to_string(&mut words).unwrap();
    let code = child.wait().unwrap().code();
    assert_eq!(line, "", "it started with {arguments:?}");
    (code, words)
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The body, after a look at the status.
    pub fn expect(&self, status: StatusCode) -> Value {
        assert_eq!(self.status, status.as_u16(), "{}", self.text);
        self.json()
    }
}

/// A client.
pub struct Api {
    agent: Agent,
    pub url: String,
}

impl Api {
    pub fn new(url: String) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).proxy(None).build();
        Self { agent: config.into(), url }
    }

    /// Exactly this request.
    pub fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = Request::builder().method(method.clone()).uri(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = if matches!(method, Method::POST | Method::PUT | Method::PATCH) {
            self.agent.run(request.body(body).unwrap())
        } else {
            self.agent.run(request.body(()).unwrap())
        };
        let (parts, mut body) = response.unwrap().into_parts();
        let text = body.read_to_string().unwrap();
        Answer { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    /// With the key, and the body as JSON if there is one.
    pub fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let text = body.map(Value::to_string).unwrap_or_default();
        let authorization = format!("Bearer {KEY}");
        let headers = [("authorization", authorization.as_str()), ("content-type", "application/json")];
        self.send(method, path, &headers, text.as_bytes())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, None)
    }

    pub fn post(&self, body: &Value) -> Answer {
        self.call(Method::POST, "/v1/trunks", Some(body))
    }

    pub fn put(&self, id: u64, body: &Value) -> Answer {
        self.call(Method::PUT, &format!("/v1/trunks/{id}"), Some(body))
    }

    pub fn delete(&self, id: u64) -> Answer {
        self.call(Method::DELETE, &format!("/v1/trunks/{id}"), None)
    }

    /// Makes a trunk and gives its number.
    pub fn make(&self, body: &Value) -> u64 {
        self.post(body).expect(StatusCode::CREATED)["id"].as_u64().unwrap()
    }

    /// The only trunk of a list, as the list shows it.
    pub fn only_summary(&self) -> Value {
        let page = self.get("/v1/trunks").expect(StatusCode::OK);
        assert_eq!(page["pagination"]["total"], 1);
        page["sip_trunks"][0].clone()
    }
}

/// The least that makes a trunk.
pub fn least(label: &str) -> Value {
    json!({ "label": label, "password": "correct-Horse-7", "callerid": "12121234567" })
}

/// The least, and more or other fields.
pub fn with(fields: Value) -> Value {
    let mut body = least("Head office");
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    body
}
