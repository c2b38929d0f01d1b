/** A page with SurveyJS, as its documentation has a quiz: a page for each question. What comes after an answer is text shown by a condition. */
import { Model } from 'survey-core';
import 'survey-core/survey-core.min.css';
import 'survey-js-ui';

const text = document.createElement('p');
const escaped = (words) => {
  text.textContent = words;
  return text.innerHTML;
};
const survey = new Model({
  showProgressBar: true,
  progressBarType: 'questions',
  pages: window.benchData.map(({ id, statement, isTrue, fact, explanation }) => ({
    elements: [
      {
        type: 'boolean',
        renderAs: 'radio',
        name: id,
        title: statement,
        labelTrue: 'True',
        labelFalse: 'Not true',
        correctAnswer: isTrue,
      },
      {
        type: 'html',
        name: `${id}-fact`,
        visibleIf: `{${id}} notempty`,
        html: `<h4>${escaped(fact)}</h4><p>${escaped(explanation)}</p>`,
      },
    ],
  })),
});
survey.render(document.getElementById('place'));
