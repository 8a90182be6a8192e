import { createHash } from 'node:crypto';

/** Narrows the claims that are shown. Without it everything is shown, and nothing else is lost. */
export const SCRIPT = `(()=>{
const form=document.querySelector('form.filter');
if(!form)return;
const claims=[...document.querySelectorAll('article[data-severity]')];
const texts=claims.map((claim)=>claim.textContent.toLowerCase());
const field=(name)=>form.elements.namedItem(name);
const apply=()=>{
const words=field('words').value.toLowerCase().split(/\\s+/).filter(Boolean);
const severity=field('severity').value,payer=field('payer').value,provider=field('provider').value,rule=field('rule').value;
let shown=0;
claims.forEach((claim,index)=>{
const data=claim.dataset;
const fits=(!severity||data.severity===severity)&&(!payer||data.payer===payer)&&(!provider||data.provider===provider)&&(!rule||data.rules.split(' ').includes(rule))&&words.every((word)=>texts[index].includes(word));
claim.hidden=!fits;
if(fits)shown++;
});
form.querySelector('output').value=shown?shown+' of '+claims.length+' shown':'No claim fits. Show all takes the filter away.';
};
form.hidden=false;
form.addEventListener('input',apply);
form.addEventListener('submit',(event)=>event.preventDefault());
form.addEventListener('reset',()=>setTimeout(apply));
for(const link of document.querySelectorAll('a[data-rule]'))link.addEventListener('click',()=>{form.reset();field('rule').value=link.dataset.rule;setTimeout(apply);});
apply();
})();`;

/** What the page's own policy lets run: this script and nothing else, from nowhere else. */
export const SCRIPT_HASH = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`;
