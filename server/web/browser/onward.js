// Goes on by itself from a page that another site led to.
const link = document.getElementById('onward')
if (link instanceof HTMLAnchorElement) window.location.replace(link.href)
