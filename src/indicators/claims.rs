//! What was announced, beside what is computed.

use super::registry::Registry;
use crate::census::Edition;
use crate::codebook::Claim;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Origin;

/// An announced figure beside the computed one.
#[derive(Clone, Debug)]
pub struct Reconciliation {
    /// What was announced.
    pub claim: Claim,
    /// What the census computes; `None` when there is no such figure.
    pub computed: Option<f64>,
}

impl Reconciliation {
    /// Whether both say the same.
    pub fn agrees(&self) -> bool {
        self.computed
            .is_some_and(|computed| (computed - f64::from(self.claim.value)).abs() < f64::EPSILON)
    }
}

/// Compares every claim of the edition file with the registry.
///
/// *Diagnostics*: `claim-unreconciled`, `claim-reconciled`, `claim-unknown`.
pub fn reconcile(edition: &Edition, registry: &Registry) -> (Vec<Reconciliation>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let reconcile = |claim: &Claim| {
        let figure = claim
            .figure
            .split_once('.')
            .and_then(|(indicator, rest)| registry.get(indicator, rest));
        let reconciliation =
            Reconciliation { claim: claim.clone(), computed: figure.and_then(|found| found.value) };
        let code = match (reconciliation.computed, &claim.reason) {
            (None, _) => Some(Code::ClaimUnknown),
            (Some(_), _) if reconciliation.agrees() => None,
            (Some(_), None) => Some(Code::ClaimUnreconciled),
            (Some(_), Some(_)) => Some(Code::ClaimReconciled),
        };
        diagnostics.extend(code.map(|code| remark(code, &reconciliation)));
        reconciliation
    };
    (edition.file.claims.iter().map(reconcile).collect(), diagnostics)
}

fn remark(code: Code, reconciliation: &Reconciliation) -> Diagnostic {
    let claim = &reconciliation.claim;
    let computed = reconciliation.computed.unwrap_or_default();
    let (reason_fr, reason_en) =
        claim.reason.as_ref().map_or(("", ""), |reason| (reason.fr.as_str(), reason.en.as_str()));
    Diagnostic::new(code)
        .at(Origin::file("edition.toml"))
        .quoting(&claim.figure)
        .fact("line", claim.line)
        .fact("announced", claim.value)
        .fact("computed", computed)
        .fact("source_fr", &claim.source.fr)
        .fact("source_en", &claim.source.en)
        .fact("reason_fr", reason_fr)
        .fact("reason_en", reason_en)
}
