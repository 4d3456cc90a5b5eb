/** An exercise offers its solution once it is passed or all of its hints were shown. */
class NotebookExercise extends HTMLElement {
  connectedCallback(): void {
    const offer = (): void => this.querySelector('[data-part="solution"]')?.removeAttribute('hidden');
    for (const sign of ['hints-told', 'exercise-passed']) this.addEventListener(sign, offer);
  }
}

customElements.define('notebook-exercise', NotebookExercise);
