@echo off
rem Drop the folder with a quarter's exports on this file. It holds ASCII only, so that no code page spoils it.
setlocal EnableExtensions DisableDelayedExpansion
set "APPRAISE_DESK=%~f0"
rem A dropped path with an ampersand and no blank is cut short in the arguments; this line has it whole.
setlocal EnableDelayedExpansion
set "APPRAISE_LINE=!CMDCMDLINE!"
setlocal DisableDelayedExpansion
"%~dp0appraise\node.exe" "%~dp0appraise\appraise.mjs" %*
rem Not exit /b: what stands behind the ampersand is no command.
exit %ERRORLEVEL%
