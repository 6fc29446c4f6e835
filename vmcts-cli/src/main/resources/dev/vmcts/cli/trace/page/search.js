// What a trace tells of a search: its tree, what was tried where, and the state at any moment.
class Search {
  constructor(lines) {
    this.header = lines[0];
    this.events = lines.slice(1);
    this.nodes = new Map();
    this.solution = null;
    this.end = null;
    // Expansions of several workers lie between one another: each has a place and a proposal of its own.
    const expansions = new Map();
    this.events.forEach((event, index) => {
      if (!expansions.has(event.expansion)) expansions.set(event.expansion, { at: null, proposal: null });
      const expansion = expansions.get(event.expansion);
      switch (event.event) {
        case 'node': this.addNode(event, index); break;
        case 'expand': expansion.at = this.nodes.get(event.node); break;
        case 'propose': expansion.proposal = expansion.proposal ? this.join(expansion.proposal, event) : { ...event }; break;
        case 'model-failure':
          if (expansion.at) expansion.at.attempts.push({ index, verdict: 'model failed', step: '', diagnostic: event.diagnostic });
          break;
        case 'verdict':
          if ('node' in event) expansion.at = this.nodes.get(event.node);
          if (expansion.at && event.verdict !== 'incomplete') {
            expansion.at.attempts.push({ index, ...event, proposal: expansion.proposal });
            expansion.proposal = null;
          }
          break;
        case 'acceptance':
          if (expansion.at) expansion.at.attempts.push({ index, verdict: event.result, step: '(whole program)', diagnostic: event.diagnostic });
          break;
        case 'solution': this.solution = event; break;
        case 'end': this.end = event; break;
      }
    });
    if (this.nodes.size === 0) this.addNode({ node: 0, step: '', depth: 0, hole: 0, openGoals: 0 }, 0);
    this.root = this.nodes.values().next().value;
    this.path = new Set();
    for (let node = this.last(); node; node = node.parent) this.path.add(node);
    this.moment = 0;
    this.go(this.events.length);
  }

  join(proposal, more) {
    return {
      ...proposal, text: proposal.text + more.text, tokens: proposal.tokens + more.tokens,
      logProbability: proposal.logProbability + more.logProbability,
    };
  }

  addNode(event, index) {
    const parent = this.nodes.get(event.parent) || null;
    const node = {
      ...event, id: event.node, parent, index, children: [], attempts: [], visits: 0, value: 0,
      level: parent ? parent.level + 1 : 0, place: parent ? parent.children.length : 0,
    };
    this.nodes.set(node.id, node);
    if (parent) parent.children.push(node);
  }

  // The end of the path that is shown: the solution's prefix, else the deepest one.
  last() {
    let last = this.root;
    for (const node of this.nodes.values()) {
      if (this.solution ? node.id >= this.solution.node : node.depth > last.depth) last = node;
    }
    return last;
  }

  // Goes to the moment after so many events; values and visits are those of that moment.
  go(moment) {
    if (moment < this.moment) {
      for (const node of this.nodes.values()) { node.visits = 0; node.value = 0; }
      this.moment = 0;
    }
    for (; this.moment < moment; this.moment++) {
      const event = this.events[this.moment];
      if (event.event === 'backpropagate') {
        for (let node = this.nodes.get(event.node); node; node = node.parent) {
          node.visits++;
          node.value += event.reward;
        }
      }
    }
  }

  seconds(moment) {
    for (let i = Math.min(moment, this.events.length) - 1; i >= 0; i--) {
      if ('atSeconds' in this.events[i]) return this.events[i].atSeconds;
    }
    return 0;
  }

  there(node) { return node.index < this.moment || node === this.root; }

  mean(node) { return node.visits ? node.value / node.visits : 0; }

  label(node) {
    if (node.step) return node.step.replace(/\s+/g, ' ');
    return node.parent ? '(hole closed)' : '(root)';
  }

  // The mean reward of a node after each reward that came up through it.
  history(node) {
    const below = new Set([node]);
    const values = [];
    let sum = 0;
    for (const event of this.events) {
      if (event.event === 'node' && below.has(this.nodes.get(event.parent))) below.add(this.nodes.get(event.node));
      if (event.event === 'backpropagate' && below.has(this.nodes.get(event.node))) {
        sum += event.reward;
        values.push(sum / (values.length + 1));
      }
    }
    return values;
  }

  // The steps from the root to a node.
  steps(node) {
    const steps = [];
    for (let n = node; n; n = n.parent) if (n.step) steps.unshift(n.step);
    return steps;
  }

  matches(query) {
    const text = query.toLowerCase();
    if (!text) return [];
    const holds = (s) => s && s.toLowerCase().includes(text);
    return [...this.nodes.values()].filter((node) =>
      '#' + node.id === text || holds(node.step) || holds(node.goal) || holds(node.missing)
      || node.attempts.some((a) => holds(a.step) || holds(a.diagnostic)));
  }
}
