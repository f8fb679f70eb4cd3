#!/usr/bin/env node
// Which Node is needed is said first, in words that an older one understands: it would take the rest for errors.
{
  const needed = 'Node 20.19';
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(
      `需要 ${needed} 或更新的版本，这里是 ${process.version}；请先更新 Node\n` +
        `${needed} or later is needed, this is ${process.version}; update Node first\n`,
    );
    process.exit(74);
  }
}
import('../dist/cli/bin.js');
