//! Ordered decision diagrams: a function of finitely many variables with finitely many values each, held so
//! that equal parts are one part and a variable that changes nothing is not there.

use std::collections::{BTreeSet, HashMap};

use super::MAX_NODES;

/// A part of a diagram: an end with its value, or a branch on a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node(u32);

const END: u32 = 1 << 31;

#[derive(Clone, PartialEq, Eq, Hash)]
struct Branch {
    level: usize,
    children: Vec<Node>,
}

/// Holds the branches of many functions over the same variables, which are numbered in their order.
#[derive(Default)]
pub struct Diagram {
    branches: Vec<Branch>,
    known: HashMap<Branch, Node>,
    too_big: bool,
}

impl Node {
    /// The function that is `value` everywhere.
    pub fn end(value: u32) -> Node {
        Node(END | value)
    }

    /// The value of an end, `None` at a branch.
    pub fn value(self) -> Option<u32> {
        (self.0 & END != 0).then_some(self.0 & !END)
    }
}

impl Diagram {
    /// Whether more branches were needed than may be: every function made since is meaningless.
    pub fn is_too_big(&self) -> bool {
        self.too_big
    }

    /// The variable a node branches on and the node for each of its values; `None` at an end.
    pub fn branch_of(&self, node: Node) -> Option<(usize, &[Node])> {
        if node.value().is_some() {
            return None;
        }
        let branch = &self.branches[node.0 as usize];
        Some((branch.level, &branch.children))
    }

    /// The function that takes one of `children`, functions of later variables, by the value of a variable.
    pub fn branch(&mut self, level: usize, children: Vec<Node>) -> Node {
        if children.windows(2).all(|pair| pair[0] == pair[1]) {
            return children.first().copied().unwrap_or(Node::end(0));
        }
        let branch = Branch { level, children };
        if let Some(node) = self.known.get(&branch) {
            return *node;
        }
        if self.branches.len() >= MAX_NODES {
            self.too_big = true;
            return Node::end(0);
        }
        let node = Node(self.branches.len() as u32);
        self.branches.push(branch.clone());
        self.known.insert(branch, node);
        node
    }

    /// The function whose value follows from the values of two others.
    pub fn combine(&mut self, one: Node, other: Node, value: &mut dyn FnMut(u32, u32) -> u32) -> Node {
        self.combine_known(one, other, value, &mut HashMap::new())
    }

    fn combine_known(
        &mut self,
        one: Node,
        other: Node,
        value: &mut dyn FnMut(u32, u32) -> u32,
        done: &mut HashMap<(Node, Node), Node>,
    ) -> Node {
        if let (Some(one), Some(other)) = (one.value(), other.value()) {
            return Node::end(value(one, other));
        }
        if self.too_big {
            return Node::end(0);
        }
        if let Some(node) = done.get(&(one, other)) {
            return *node;
        }
        let level_of = |node| self.branch_of(node).map(|(level, _)| level);
        let level = match (level_of(one), level_of(other)) {
            (Some(one), Some(other)) => one.min(other),
            (Some(level), None) | (None, Some(level)) => level,
            (None, None) => return Node::end(0),
        };
        let (ones, others) = (self.below(one, level), self.below(other, level));
        let many = ones.len().max(others.len());
        let at = |nodes: &[Node], number: usize| nodes.get(number).or(nodes.last()).copied();
        let mut children = Vec::with_capacity(many);
        for number in 0..many {
            if let Some((one, other)) = at(&ones, number).zip(at(&others, number)) {
                children.push(self.combine_known(one, other, value, done));
            }
        }
        let node = self.branch(level, children);
        done.insert((one, other), node);
        node
    }

    /// The nodes below a node for each value of a variable; the node itself where it does not branch on it.
    fn below(&self, node: Node, level: usize) -> Vec<Node> {
        match self.branch_of(node) {
            Some((own, children)) if own == level => children.to_vec(),
            _ => vec![node],
        }
    }

    /// The function that takes one of `choices` by the value of a variable, whichever variables they need.
    pub fn choose(&mut self, level: usize, choices: &[Node]) -> Node {
        let later = |node: &Node| self.branch_of(*node).is_none_or(|(own, _)| own > level);
        if choices.iter().all(later) {
            return self.branch(level, choices.to_vec());
        }
        // One more than its value where a choice is taken, 0 elsewhere.
        let mut all = Node::end(0);
        for (number, choice) in choices.iter().enumerate() {
            let ends = (0..choices.len()).map(|one| Node::end(u32::from(one == number)));
            let here = self.branch(level, ends.collect());
            let part = self.combine(here, *choice, &mut |here, value| {
                if here == 1 { value + 1 } else { 0 }
            });
            all = self.combine(all, part, &mut |all, part| all.max(part));
        }
        self.map(all, &mut |value| value.saturating_sub(1))
    }

    /// The function with its values exchanged.
    pub fn map(&mut self, node: Node, value: &mut dyn FnMut(u32) -> u32) -> Node {
        self.combine(node, Node::end(0), &mut |one, _| value(one))
    }

    /// Every value the function takes.
    pub fn values(&self, node: Node) -> BTreeSet<u32> {
        self.all_below(node).into_iter().filter_map(Node::value).collect()
    }

    /// The variables on which the function depends.
    pub fn levels(&self, node: Node) -> BTreeSet<usize> {
        let all = self.all_below(node);
        let level = |node| self.branch_of(node).map(|(level, _)| level);
        all.into_iter().filter_map(level).collect()
    }

    fn all_below(&self, node: Node) -> BTreeSet<Node> {
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![node]);
        while let Some(next) = waiting.pop() {
            if seen.insert(next)
                && let Some((_, children)) = self.branch_of(next)
            {
                waiting.extend(children);
            }
        }
        seen
    }

    /// The function without the values that cannot come: where all that can come below a branch is the same,
    /// the branch goes.
    pub fn settle(&mut self, node: Node, never: u32) -> Node {
        self.settle_known(node, never, &mut HashMap::new())
    }

    fn settle_known(&mut self, node: Node, never: u32, done: &mut HashMap<Node, Node>) -> Node {
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let Some((level, children)) = self.branch_of(node).map(|(level, all)| (level, all.to_vec())) else {
            return node;
        };
        let children: Vec<Node> = children
            .into_iter()
            .map(|child| self.settle_known(child, never, done))
            .collect();
        let mut coming = children.iter().filter(|child| child.value() != Some(never));
        let settled = match coming.next() {
            None => Node::end(never),
            Some(first) if coming.all(|other| other == first) => *first,
            Some(_) => self.branch(level, children),
        };
        done.insert(node, settled);
        settled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn and(one: u32, other: u32) -> u32 {
        one.min(other)
    }

    #[test]
    fn equal_functions_are_one_node() {
        let mut diagram = Diagram::default();
        let a = diagram.branch(0, vec![Node::end(0), Node::end(1)]);
        let b = diagram.branch(1, vec![Node::end(0), Node::end(1)]);
        let one = diagram.combine(a, b, &mut and);
        let other = diagram.combine(b, a, &mut and);
        assert_eq!(one, other);
        assert_eq!(diagram.levels(one), BTreeSet::from([0, 1]));
    }

    #[test]
    fn a_variable_that_changes_nothing_is_not_there() {
        let mut diagram = Diagram::default();
        let b = diagram.branch(1, vec![Node::end(0), Node::end(1)]);
        assert_eq!(diagram.branch(0, vec![b, b]), b);
    }

    #[test]
    fn what_cannot_come_makes_no_difference() {
        let mut diagram = Diagram::default();
        // By the first value the second one can only be its first value or only its second.
        let first = diagram.branch(1, vec![Node::end(5), Node::end(9)]);
        let second = diagram.branch(1, vec![Node::end(9), Node::end(5)]);
        let both = diagram.branch(0, vec![first, second]);
        assert_eq!(diagram.settle(both, 9), Node::end(5));
        assert_eq!(diagram.values(both), BTreeSet::from([5, 9]));
    }
}
