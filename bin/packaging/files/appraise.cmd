@"%~dp0appraise\node.exe" "%~dp0appraise\appraise.mjs" %*
