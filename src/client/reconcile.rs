//! A create whose answer was lost: found again, or surely not there and made once more, or left to a person.
//!
//! What is promised: never two trunks where one was asked for, and never one trunk where two were, unless somebody else makes
//! one with the same label at the same time. A second attempt is made only when the server *did answer* the first one (with
//! an error of its own or with a body that cannot be read), so that it is done with it, and the trunk is not in a list that
//! fits together. A lost connection, a timeout, 408 or a status above 500, which gateways give, leave it possible that the
//! server behind is still busy with the first attempt: then the trunk is looked for, and taken if it is there, but never
//! made again.

use super::change::settings;
use super::pages::Pager;
use super::{Answer, CallOptions, Client, Error, Outcome, Reason, Transport};
use crate::api::read::Trunk;
use crate::api::{self, ListParams};
use crate::json::JsonText;
use crate::rules::{self, FieldName, Input, differences};
use crate::trunk::TrunkConfig;

/// What to do about a create that may have happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OnUnknown {
    /// Say so: the error's outcome is [`Outcome::Unknown`].
    #[default]
    Report,
    /// Look for the trunk. The call's timeout then holds for each step of it.
    Reconcile {
        /// The trunks with that label that are old, of a list that was read before the create. Without it the client
        /// lists all trunks itself, once before each create, and so also notices one whose label the server has changed.
        known: Option<Vec<u64>>,
    },
}

/// The creates of a client that overlap in time: no trunk is the result of two of them. What came before is old to the next.
#[derive(Debug, Default)]
pub(super) struct Creates {
    under_way: u32,
    /// The trunks that they made.
    made: Vec<u64>,
    /// The labels of those under way, and of those of which nobody knows what they did: a new trunk may be theirs.
    in_doubt: Vec<String>,
}

impl Creates {
    fn begin(&mut self, label: &str) {
        self.under_way = self.under_way.saturating_add(1);
        self.in_doubt.push(label.to_owned());
    }

    fn end(&mut self, label: &str, result: &Result<Answer<Trunk>, Error>) {
        let is_known = match result {
            Ok(answer) => {
                let id = id_of(&answer.data);
                self.made.extend(id);
                id.is_some()
            }
            Err(error) => error.outcome != Some(Outcome::Unknown),
        };
        if is_known && let Some(at) = self.in_doubt.iter().position(|other| other == label) {
            self.in_doubt.swap_remove(at);
        }
        self.under_way = self.under_way.saturating_sub(1);
        if self.under_way == 0 {
            *self = Self::default();
        }
    }

    fn others_with(&self, label: &str) -> bool {
        self.in_doubt.iter().filter(|other| *other == label).count() > 1
    }
}

/// The trunks that there were before a create.
struct Old {
    ids: Vec<u64>,
    /// Whether these are all, and not only those with the label.
    is_all: bool,
}

/// The trunks that there are.
#[derive(Default)]
struct Listed {
    all: Vec<u64>,
    labelled: Vec<u64>,
    /// With a label of any create in doubt.
    explained: Vec<u64>,
}

/// What a search for the trunk of a create found.
enum Sought {
    There(Box<Answer<Trunk>>),
    NotThere,
    /// It cannot be told, and perhaps for a reason that says more than the lost answer does.
    Unclear(Option<Reason>),
}

impl<T: Transport> Client<T> {
    pub(super) async fn create_and_reconcile(
        &self,
        config: &TrunkConfig,
        on_unknown: OnUnknown,
        options: &CallOptions,
    ) -> Result<Answer<Trunk>, Error> {
        let old = match on_unknown {
            OnUnknown::Report => None,
            OnUnknown::Reconcile { known: Some(ids) } => Some(Old { ids, is_all: false }),
            OnUnknown::Reconcile { known: None } => {
                let listed = self.list_all(&config.label, options).await.map_err(Error::before_sending)?;
                listed.map(|listed| Old { ids: listed.all, is_all: true })
            }
        };
        self.creates.borrow_mut().begin(&config.label);
        let mut is_first = true;
        let mut attempts = 0_u32;
        let result = loop {
            let result = self.send(api::create(config), &[config.password.reveal()], options).await;
            let result = result.map_err(|error| {
                attempts = attempts.saturating_add(error.attempts);
                Error { attempts, ..error }
            });
            // Without knowing which ones are old, none can be told to be new.
            let (lost, old) = match (result, &old) {
                (Err(error), Some(old)) if is_lost(&error) => (error, old),
                (result, _) => break result,
            };
            match self.look_for(config, old, options).await {
                Sought::There(trunk) => break Ok(*trunk),
                Sought::NotThere if is_first && is_done_with(&lost) => is_first = false,
                Sought::NotThere | Sought::Unclear(None) => break Err(lost),
                Sought::Unclear(Some(reason)) => break Err(Error { reason, ..lost }),
            }
        };
        self.creates.borrow_mut().end(&config.label, &result);
        result
    }

    /// The trunk that a create may have made: new, with its label and its settings.
    async fn look_for(&self, config: &TrunkConfig, old: &Old, options: &CallOptions) -> Sought {
        let listed = match self.list_all(&config.label, options).await {
            Ok(Some(listed)) => listed,
            Ok(None) => return Sought::Unclear(None),
            Err(error) => return unclear(error),
        };
        let mut new: Vec<u64> = Vec::new();
        let may_be_others = {
            let creates = self.creates.borrow();
            let is_new = |id: &u64| !old.ids.contains(id) && !creates.made.contains(id);
            for id in listed.labelled.into_iter().filter(is_new) {
                new.insert(new.partition_point(|known| *known < id), id);
            }
            // A server may write a label in another way, so that it is not found by it.
            let may_be_it = |id: &u64| old.is_all && !listed.explained.contains(id) && is_new(id);
            if new.is_empty() { listed.all.iter().any(may_be_it) } else { creates.others_with(&config.label) }
        };
        match new.as_slice() {
            [] | [_] if may_be_others => Sought::Unclear(None),
            [] => Sought::NotThere,
            &[id] => match self.send(api::get(id), &[], options).await {
                Ok(answer) if is_made_of(&answer.data, config) => Sought::There(Box::new(answer)),
                Ok(_) => Sought::Unclear(None),
                Err(error) => unclear(error),
            },
            _ => Sought::Unclear(Some(Reason::Ambiguous { candidates: new })),
        }
    }

    /// All trunks; `None` when the list moved underway, so that one may have been missed.
    async fn list_all(&self, label: &str, options: &CallOptions) -> Result<Option<Listed>, Error> {
        let mut pager = Pager::new(&ListParams::default());
        let mut listed = Listed::default();
        while let Some(params) = pager.next() {
            let mut page = self.send(api::list(&params), &[], options).await?.data;
            pager.take(&mut page);
            listed.all.extend(page.ids().into_iter().flatten());
            listed.labelled.extend(page.ids_with_label(label));
            for label in &self.creates.borrow().in_doubt {
                listed.explained.extend(page.ids_with_label(label));
            }
        }
        Ok(pager.is_whole().then_some(listed))
    }
}

/// A search that failed. Whoever ended it wants to hear of that, and not of the lost answer.
fn unclear(error: Error) -> Sought {
    Sought::Unclear(Some(error.reason).filter(|reason| *reason == Reason::Aborted))
}

/// Whether a create may have happened, and somebody still wants to know.
fn is_lost(error: &Error) -> bool {
    error.outcome == Some(Outcome::Unknown) && error.reason != Reason::Aborted
}

/// Whether the server is done with the attempt, and not still busy with it behind a gateway.
fn is_done_with(lost: &Error) -> bool {
    if let Reason::Api(error) = &lost.reason { error.status != 408 && error.status <= 500 } else { false }
}

fn id_of(trunk: &Trunk) -> Option<u64> {
    // Exact: such a number is below 2^53.
    if let Input::Number(id) = rules::bulk::document(&trunk.json()).get("id") { Some(*id as u64) } else { None }
}

/// Whether a trunk has the settings that were sent. What Wavix approves by hand is not yet as it was asked for.
fn is_made_of(trunk: &Trunk, config: &TrunkConfig) -> bool {
    let mut sent = JsonText::default();
    config.write(&mut sent);
    let sent = rules::bulk::document(&sent.finish());
    let was_sent = |field: &str| !sent.get(field).is_absent();
    let waits = [FieldName::HostRequest.as_str(), FieldName::Passthrough.as_str()];
    differences(&sent, &settings(trunk)).iter().all(|found| waits.contains(&found.field) || !was_sent(found.field))
}
