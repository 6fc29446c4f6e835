const MOST_ATTEMPTS = 200;

// What is known of the selected prefix.
class Details {
  constructor(section, search) {
    this.section = section;
    this.search = search;
  }

  element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  part(title, ...content) {
    this.section.append(this.element('h3', title), ...content);
  }

  box(text) { return this.element('pre', text, 'box'); }

  show(node) {
    const { search } = this;
    this.section.replaceChildren(this.element('h2', '#' + node.id + ' ' + (node.step ? '' : search.label(node))));
    if (node.step) this.section.append(this.box(node.step));
    this.section.append(this.element('p', (search.there(node) ? '' : 'Not there yet. ') +
      `${node.visits} visits, mean reward ${search.mean(node).toFixed(2)}, depth ${node.depth}, hole ${node.hole + 1}`
      + (search.path.has(node) ? (search.solution ? ', on the path to the solution' : ', on the deepest path') : '')));
    if (node.goals && node.goals.length) {
      node.goals.forEach((goal, i) => this.part(i ? 'Goal ' + (i + 1) : 'Goal (' + node.openGoals + ' open)', this.goal(goal)));
    } else if (node.goal) {
      this.part('Goal', this.box(node.goal));
    }
    const history = search.history(node);
    if (history.length > 1) this.part('Mean reward over its visits (\u22121 to +1)', this.chart(history));
    if (node.attempts.length) this.part('Tried here', this.attempts(node));
    const steps = search.steps(node);
    if (steps.length) this.part('Steps so far', this.box(steps.join('\n')));
    if (search.solution && search.path.has(node)) {
      this.part('Accepted program (proven: ' + search.solution.proven.join(', ') + ')', this.box(search.solution.program));
    }
    this.section.scrollTop = 0;
  }

  goal(goal) {
    const box = this.element('div', undefined, 'box');
    if (goal.hypotheses.length) {
      box.append(this.element('pre', goal.hypotheses.map((h) => h.name + ' : ' + h.type).join('\n')));
      box.append(this.element('div', undefined, 'rule'));
    }
    box.append(this.element('pre', '\u22a2 ' + goal.conclusion));
    return box;
  }

  attempts(node) {
    const table = this.element('table');
    const head = table.createTHead().insertRow();
    ['step', 'verdict', 'tokens', 'log p', 's'].forEach((name) => {
      const cell = this.element('th', name);
      cell.scope = 'col';
      head.append(cell);
    });
    const body = table.createTBody();
    for (const attempt of node.attempts) {
      if (attempt.index >= this.search.moment) break;
      if (body.rows.length === MOST_ATTEMPTS) {
        const cell = body.insertRow().insertCell();
        cell.colSpan = 5;
        cell.textContent = 'and ' + (node.attempts.length - MOST_ATTEMPTS) + ' more';
        break;
      }
      const row = body.insertRow();
      row.insertCell().append(this.element('pre', attempt.step || (attempt.proposal ? attempt.proposal.text : '')));
      const verdict = row.insertCell();
      verdict.textContent = attempt.verdict;
      if (attempt.diagnostic || attempt.missing) {
        verdict.append(this.element('pre', attempt.diagnostic || 'open: ' + attempt.missing));
      }
      const p = attempt.proposal;
      [p && p.tokens, p && p.logProbability.toFixed(1), attempt.durationSeconds && attempt.durationSeconds.toFixed(2)]
        .forEach((value) => { row.insertCell().textContent = value ?? ''; row.lastChild.className = 'number'; });
    }
    return table;
  }

  chart(values) {
    const space = 'http://www.w3.org/2000/svg';
    const chart = document.createElementNS(space, 'svg');
    chart.setAttribute('class', 'chart');
    chart.setAttribute('viewBox', `0 -1.1 ${values.length - 1} 2.2`);
    chart.setAttribute('preserveAspectRatio', 'none');
    chart.setAttribute('role', 'img');
    chart.setAttribute('aria-label', 'from ' + values[0].toFixed(2) + ' to ' + values[values.length - 1].toFixed(2));
    const zero = document.createElementNS(space, 'line');
    zero.setAttribute('x2', values.length - 1);
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', 'M' + values.map((v, i) => i + ' ' + (-v).toFixed(3)).join('L'));
    chart.append(zero, path);
    return chart;
  }
}
